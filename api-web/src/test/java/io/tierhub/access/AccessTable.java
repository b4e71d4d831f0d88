package io.tierhub.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may do what, one row for each operation and each kind of object it makes a difference for.
 *
 * <p>The objects belong to <b>seller</b>, a distributor, and <b>maker</b>, the vendor whose product
 * it sells. The <b>rival</b> is a distributor that sells the same product, the <b>supplier</b> a
 * vendor whose product the seller sells through the same hub; both have objects of their own of
 * every kind. The last three are maker, seller and ops again, with tokens of the environment {@code
 * test}.
 */
final class AccessTable {

  private AccessTable() {}

  enum Role {
    MAKER,
    SELLER,
    RIVAL,
    SUPPLIER,
    OPS,
    MAKER_IN_TEST,
    SELLER_IN_TEST,
    OPS_IN_TEST
  }

  /**
   * @param object what its path names
   * @param expected the status
   */
  record Row(String operation, String object, Map<Role, Integer> expected) {

    String method() {
      return operation.substring(0, operation.indexOf(' '));
    }

    /** As it is described. */
    String path() {
      return operation.substring(operation.indexOf(' ') + 1);
    }

    boolean isRead() {
      return method().equals("GET");
    }

    /** Somebody who may, if anybody. */
    Optional<Role> allowed() {
      return expected.entrySet().stream()
          .filter(each -> each.getValue() < 300)
          .map(Map.Entry::getKey)
          .findFirst();
    }

    @Override
    public String toString() {
      return operation + (object.equals("-") ? "" : " of " + object);
    }
  }

  static List<Row> rows() {
    return ROWS.lines().filter(line -> !line.isBlank()).map(AccessTable::row).toList();
  }

  private static Row row(String line) {
    String[] columns = line.split("\\|");
    List<Integer> statuses =
        Arrays.stream(columns[2].strip().split(" +")).map(Integer::valueOf).toList();
    if (statuses.size() != Role.values().length) {
      throw new IllegalArgumentException("not a status for each role: " + line);
    }
    Map<Role, Integer> expected = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      expected.put(role, statuses.get(role.ordinal()));
    }
    return new Row(
        columns[0]
            .strip()
            .replaceAll(" +", " ")
            .replace(" /", " /public/v1/")
            .replace("/public/v1/forms", "/forms"),
        columns[1].strip(),
        expected);
  }

  private static final String ROWS =
      """
      GET    /tier/accounts                                       | -                        | 200 200 200 200 200   200 200 200
      POST   /tier/accounts                                       | -                        | 201 201 201 201 403   201 201 403
      GET    /tier/accounts/{id}                                  | account in use           | 200 200 404 404 200   404 404 404
      GET    /tier/accounts/{id}                                  | unused account           | 404 200 404 404 200   404 404 404
      GET    /tier/accounts/{id}                                  | maker's account          | 200 404 404 404 200   404 404 404
      PUT    /tier/accounts/{id}                                  | account in use           | 403 200 404 404 403   404 404 404
      PUT    /tier/accounts/{id}                                  | unused account           | 404 200 404 404 403   404 404 404
      PUT    /tier/accounts/{id}                                  | maker's account          | 200 404 404 404 403   404 404 404
      DELETE /tier/accounts/{id}                                  | account in use           | 403 400 404 404 403   404 404 404
      DELETE /tier/accounts/{id}                                  | unused account           | 404 204 404 404 403   404 404 404
      DELETE /tier/accounts/{id}                                  | maker's account          | 204 404 404 404 403   404 404 404
      POST   /tier/accounts/{id}/erase                            | account in use           | 403 400 404 404 403   404 404 404
      POST   /tier/accounts/{id}/erase                            | unused account           | 404 400 404 404 403   404 404 404
      POST   /tier/accounts/{id}/erase                            | decommissioned account   | 404 200 404 404 403   404 404 404
      GET    /tier/accounts/{id}/ancestors                        | account in use           | 200 200 404 404 200   404 404 404
      GET    /tier/accounts/{id}/descendants                      | account in use           | 200 200 404 404 200   404 404 404
      GET    /tier/accounts/{id}/tree                             | account in use           | 200 200 404 404 200   404 404 404
      GET    /tier/accounts/{id}/versions                         | account in use           | 200 200 404 404 200   404 404 404
      GET    /tier/accounts/{id}/versions/{version}               | version                  | 200 200 404 404 200   404 404 404

      GET    /tier/account-requests                               | -                        | 200 200 200 200 200   200 200 200
      POST   /tier/account-requests                               | -                        | 403 201 404 403 403   403 404 403
      POST   /tier/account-requests/claim                         | -                        | 200 403 403 200 403   200 403 403
      GET    /tier/account-requests/{id}                          | account request          | 200 200 404 404 200   404 404 404
      GET    /tier/account-requests/{id}/diff                     | account request          | 200 200 404 404 200   404 404 404
      POST   /tier/account-requests/{id}/accept                   | account request          | 200 403 404 404 403   404 404 404
      POST   /tier/account-requests/{id}/ignore                   | account request          | 200 403 404 404 403   404 404 404

      GET    /tier/configs                                        | -                        | 200 200 200 200 200   200 200 200
      GET    /tier/configs/{id}                                   | configuration            | 200 200 404 404 200   404 404 404
      GET    /tier/configs/{id}/render                            | configuration            | 200 200 404 404 200   404 404 404
      POST   /tier/configs/{id}/portal-link                       | configuration            | 403 201 404 404 403   404 404 404

      GET    /tier/config-requests                                | -                        | 200 200 200 200 200   200 200 200
      POST   /tier/config-requests                                | -                        | 403 201 400 403 403   403 400 403
      POST   /tier/config-requests/claim                          | -                        | 200 403 403 200 403   200 403 403
      GET    /tier/config-requests/{id}                           | tier request             | 200 200 404 404 200   404 404 404
      GET    /tier/config-requests/{id}                           | tier draft               | 404 200 404 404 200   404 404 404
      GET    /tier/config-requests/{id}/render                    | tier request             | 200 200 404 404 200   404 404 404
      GET    /tier/config-requests/{id}/explain                   | tier request             | 200 200 404 404 200   404 404 404
      PUT    /tier/config-requests/{id}                           | tier request             | 200 400 404 404 403   404 404 404
      PUT    /tier/config-requests/{id}                           | tier draft               | 404 400 404 404 403   404 404 404
      POST   /tier/config-requests/{id}/approve                   | tier request             | 200 403 404 404 403   404 404 404
      POST   /tier/config-requests/{id}/assign                    | tier request             | 204 403 404 404 403   404 404 404
      POST   /tier/config-requests/{id}/unassign                  | assigned tier request    | 204 403 404 404 403   404 404 404
      POST   /tier/config-requests/{id}/fail                      | tier request             | 204 204 404 404 403   404 404 404
      POST   /tier/config-requests/{id}/inquire                   | tier request             | 204 403 404 404 403   404 404 404
      POST   /tier/config-requests/{id}/pend                      | inquiring tier request   | 204 204 404 404 403   404 404 404
      POST   /tier/config-requests/{id}/validate                  | inquiring tier request   | 403 200 404 404 403   404 404 404
      POST   /tier/config-requests/{id}/submit                    | tier draft               | 404 200 404 404 403   404 404 404

      GET    /leases/{id}                                         | lease                    | 200 404 404 404 200   404 404 404
      POST   /leases/{id}/renew                                   | lease                    | 200 404 404 404 403   404 404 404
      POST   /leases/{id}/release                                 | lease                    | 204 404 404 404 403   404 404 404

      GET    /queue                                               | -                        | 200 200 200 200 200   200 200 200
      GET    /feed                                                | -                        | 200 200 200 200 200   200 200 200
      GET    /feed/consumers                                      | -                        | 200 200 200 200 200   200 200 200
      GET    /feed/consumers/{name}                               | consumer                 | 404 200 404 404 404   404 404 404
      PUT    /feed/consumers/{name}                               | consumer                 | 200 200 200 200 200   200 200 200
      DELETE /feed/consumers/{name}                               | consumer                 | 404 204 404 404 404   404 404 404
      GET    /audit                                               | -                        | 200 200 200 200 200   200 200 200
      GET    /me                                                  | -                        | 200 200 200 200 200   200 200 200

      GET    /assets                                              | -                        | 200 200 200 200 200   200 200 200
      GET    /assets/{id}                                         | asset                    | 200 200 404 404 200   404 404 404
      GET    /assets/{id}                                         | asset of a draft         | 404 200 404 404 200   404 404 404
      GET    /assets/{id}/render                                  | asset                    | 200 200 404 404 200   404 404 404
      GET    /assets/{id}/requests                                | asset                    | 200 200 404 404 200   404 404 404

      GET    /requests                                            | -                        | 200 200 200 200 200   200 200 200
      POST   /requests                                            | -                        | 403 201 400 403 403   403 400 403
      POST   /requests/claim                                      | -                        | 200 403 403 200 403   200 403 403
      GET    /requests/{id}                                       | order                    | 200 200 404 404 200   404 404 404
      GET    /requests/{id}                                       | draft                    | 404 200 404 404 200   404 404 404
      GET    /requests/{id}/render                                | order                    | 200 200 404 404 200   404 404 404
      GET    /requests/{id}/explain                               | order                    | 200 200 404 404 200   404 404 404
      PUT    /requests/{id}                                       | order                    | 200 400 404 404 403   404 404 404
      PUT    /requests/{id}                                       | draft                    | 404 400 404 404 403   404 404 404
      POST   /requests/{id}/approve                               | order                    | 200 403 404 404 403   404 404 404
      POST   /requests/{id}/assign                                | order                    | 200 403 404 404 403   404 404 404
      POST   /requests/{id}/unassign                              | assigned order           | 200 403 404 404 403   404 404 404
      POST   /requests/{id}/fail                                  | order                    | 200 400 404 404 403   404 404 404
      POST   /requests/{id}/fail                                  | inquiring order          | 200 200 404 404 403   404 404 404
      POST   /requests/{id}/inquire                               | order                    | 200 403 404 404 403   404 404 404
      POST   /requests/{id}/pend                                  | inquiring order          | 200 200 404 404 403   404 404 404
      POST   /requests/{id}/validate                              | inquiring order          | 403 200 404 404 403   404 404 404
      POST   /requests/{id}/submit                                | draft                    | 404 200 404 404 403   404 404 404
      POST   /requests/{id}/purchase                              | draft                    | 404 200 404 404 403   404 404 404

      GET    /conversations                                       | -                        | 200 200 200 200 200   200 200 200
      GET    /conversations/{id}                                  | conversation             | 200 200 404 404 200   404 404 404
      POST   /conversations/{id}/close                            | conversation             | 200 200 404 404 403   404 404 404
      GET    /conversations/{id}/messages                         | conversation             | 200 200 404 404 200   404 404 404
      POST   /conversations/{id}/messages                         | conversation             | 201 201 404 404 403   404 404 404
      PUT    /conversations/{id}/messages/{message}               | message of the seller    | 403 200 404 404 403   404 404 404
      DELETE /conversations/{id}/messages/{message}               | message of the seller    | 403 204 404 404 403   404 404 404

      GET    /products                                            | -                        | 200 200 200 200 200   200 200 200
      POST   /products                                            | -                        | 201 403 403 201 403   201 403 403
      GET    /products/{id}                                       | product                  | 200 200 200 404 200   200 404 200
      GET    /products/{id}                                       | unpublished product      | 200 404 404 404 200   200 404 200
      PUT    /products/{id}                                       | product                  | 200 403 403 404 403   200 404 403
      PUT    /products/{id}                                       | unpublished product      | 200 404 404 404 403   200 404 403
      POST   /products/{id}/publish                               | unpublished product      | 200 404 404 404 403   200 404 403
      POST   /products/{id}/endsale                               | product                  | 200 403 403 404 403   200 404 403
      POST   /products/{id}/resumesale                            | product off sale         | 200 403 403 404 403   200 404 403
      GET    /products/{id}/items                                 | product                  | 200 200 200 404 200   200 404 200
      POST   /products/{id}/items                                 | product                  | 201 403 403 404 403   201 404 403
      GET    /products/{id}/requirements                          | product                  | 403 200 400 403 403   403 404 403

      GET    /products/{product}/connections                      | product                  | 200 200 200 404 200   200 404 200
      POST   /products/{product}/connections                      | product                  | 201 201 400 404 403   201 201 403
      GET    /products/{product}/connections/{id}                 | connection               | 200 200 404 404 200   404 404 404
      PUT    /products/{product}/connections/{id}                 | connection               | 200 200 404 404 403   404 404 404

      GET    /products/{product}/configurations                   | product                  | 200 200 200 404 200   200 404 200
      POST   /products/{product}/configurations                   | product                  | 201 403 403 404 403   201 404 403

      GET    /products/{product}/messages                         | product                  | 200 200 200 404 200   200 404 200
      POST   /products/{product}/messages                         | product                  | 201 403 403 404 403   201 404 403
      GET    /products/{product}/messages/{id}                    | product message          | 200 200 200 404 200   200 404 200
      PUT    /products/{product}/messages/{id}                    | product message          | 200 403 403 404 403   200 404 403
      DELETE /products/{product}/messages/{id}                    | product message          | 204 403 403 404 403   204 404 403

      GET    /products/{product}/parameters                       | product                  | 200 200 200 404 200   200 404 200
      POST   /products/{product}/parameters                       | product                  | 201 403 403 404 403   201 404 403
      GET    /products/{product}/parameters/schema                | product                  | 200 200 200 404 200   200 404 200
      GET    /products/{product}/parameters/{id}                  | parameter                | 200 200 200 404 200   200 404 200
      PUT    /products/{product}/parameters/{id}                  | parameter                | 200 403 403 404 403   200 404 403
      DELETE /products/{product}/parameters/{id}                  | parameter                | 204 403 403 404 403   204 404 403

      GET    /products/{product}/templates                        | product                  | 200 200 200 404 200   200 404 200
      POST   /products/{product}/templates                        | product                  | 201 403 403 404 403   201 404 403
      GET    /products/{product}/templates/{id}                   | template                 | 200 200 200 404 200   200 404 200
      PUT    /products/{product}/templates/{id}                   | template                 | 200 403 403 404 403   200 404 403
      DELETE /products/{product}/templates/{id}                   | template                 | 204 403 403 404 403   204 404 403
      GET    /products/{product}/templates/{id}/preview           | template                 | 200 200 200 404 200   200 404 200
      GET    /products/{product}/templates/{id}/render            | template                 | 200 200 200 404 200   200 404 200

      GET    /products/{product}/actions                          | product                  | 200 200 200 404 200   200 404 200
      POST   /products/{product}/actions                          | product                  | 201 403 403 404 403   201 404 403
      POST   /products/{product}/actions/regeneratesecret         | product                  | 200 403 403 404 403   200 404 403
      GET    /products/{product}/actions/{id}                     | action                   | 200 200 200 404 200   200 404 200
      PUT    /products/{product}/actions/{id}                     | action                   | 200 403 403 404 403   200 404 403
      DELETE /products/{product}/actions/{id}                     | action                   | 204 403 403 404 403   204 404 403
      GET    /products/{product}/actions/{id}/actionLink          | action                   | 200 200 400 404 403   400 404 403

      GET    /hubs                                                | -                        | 200 200 200 200 200   200 200 200
      POST   /hubs                                                | -                        | 403 201 201 403 403   403 201 403
      GET    /hubs/{id}                                           | hub                      | 200 200 404 200 200   404 200 200
      PUT    /hubs/{id}                                           | hub                      | 403 200 404 403 403   404 200 403
      GET    /hubs/{id}/marketplaces                              | hub                      | 200 200 404 200 200   404 200 200
      GET    /hubs/{hub}/connections                              | hub                      | 200 200 404 200 200   404 200 200
      GET    /marketplaces                                        | -                        | 200 200 200 200 200   200 200 200
      POST   /marketplaces                                        | -                        | 403 201 400 403 403   403 201 403
      GET    /marketplaces/{id}                                   | marketplace              | 200 200 404 200 200   404 200 200
      PUT    /marketplaces/{id}                                   | marketplace              | 403 200 404 403 403   404 200 403

      GET    /accounts                                            | -                        | 200 200 200 200 200   200 200 200
      GET    /accounts/{id}                                       | company of the seller    | 404 200 404 404 200   404 200 200
      GET    /accounts/{id}/users                                 | company of the seller    | 404 200 404 404 200   404 200 200

      GET    /auth/tokens                                         | -                        | 200 200 200 200 200   200 200 200
      POST   /auth/tokens                                         | -                        | 201 201 201 201 201   201 201 201
      GET    /auth/tokens/{id}                                    | token of the seller      | 404 200 404 404 404   404 404 404
      PUT    /auth/tokens/{id}                                    | token of the seller      | 404 200 404 404 404   404 404 404
      DELETE /auth/tokens/{id}                                    | token of the seller      | 404 204 404 404 404   404 404 404
      POST   /auth/tokens/{id}/activate                           | sleeping token           | 404 200 404 404 404   404 404 404
      POST   /auth/tokens/{id}/deactivate                         | token of the seller      | 404 200 404 404 404   404 404 404
      POST   /auth/tokens/{id}/renew                              | token of the seller      | 404 200 404 404 404   404 404 404
      POST   /auth/tokens/{id}/rotate                             | token of the seller      | 404 200 404 404 404   404 404 404

      GET    /notifications/webhooks                              | -                        | 200 200 200 200 200   200 200 200
      POST   /notifications/webhooks                              | -                        | 201 201 201 400 201   201 400 201
      GET    /notifications/webhooks/{id}                         | webhook                  | 404 200 404 404 200   404 404 404
      PUT    /notifications/webhooks/{id}                         | webhook                  | 404 200 404 404 403   404 404 404
      DELETE /notifications/webhooks/{id}                         | webhook                  | 404 204 404 404 403   404 404 404
      POST   /notifications/webhooks/{id}/trigger                 | webhook                  | 404 200 404 404 403   404 404 404
      POST   /notifications/webhooks/{id}/rotate                  | webhook                  | 404 200 404 404 403   404 404 404
      POST   /notifications/webhooks/{id}/replay                  | webhook                  | 404 200 404 404 403   404 404 404
      GET    /notifications/webhooks/{id}/deliveries              | webhook                  | 404 200 404 404 200   404 404 404
      GET    /notifications/webhooks/{id}/deliveries/{delivery}   | delivery                 | 404 200 404 404 200   404 404 404
      POST   /notifications/webhooks/{id}/deliveries/{delivery}/replay | delivery                 | 404 201 404 404 403   404 404 404

      GET    /ops/audit/verification                              | -                        | 403 403 403 403 200   403 403 403
      GET    /ops/queues                                          | -                        | 200 200 200 200 200   200 200 200
      GET    /ops/trace/{trace_id}                                | trace                    | 200 200 200 200 200   200 200 200
      GET    /ops/invariants                                      | -                        | 403 403 403 403 200   403 403 403
      GET    /ops/link-keys                                       | -                        | 403 403 403 403 200   403 403 403
      POST   /ops/link-keys                                       | -                        | 403 403 403 403 201   403 403 403
      DELETE /ops/link-keys/{number}                              | link key                 | 403 403 403 403 204   403 403 403

      GET    /forms/{code}                                        | form                     | 200 200 200 200 200   200 200 200
      """;
}
