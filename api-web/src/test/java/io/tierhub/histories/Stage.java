package io.tierhub.histories;

import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Role;
import io.tierhub.support.ServerProcess;
import io.tierhub.support.World;
import io.tierhub.support.World.Company;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The companies of one play, which nobody else knows, and what they sell.
 *
 * @param tokens the header of whoever sits there
 * @param products by the number of their vendor
 */
record Stage(Map<Seat, String> tokens, List<String> products) {

  static Stage in(World world) {
    return of(role -> {
      Company company = world.company(role, Environment.PRODUCTION);
      return Map.of(
          Environment.PRODUCTION, company, Environment.TEST, world.in(Environment.TEST, company));
    });
  }

  static Stage in(ServerProcess server) {
    return of(server::company);
  }

  private static Stage of(Function<Role, Map<Environment, Company>> companies) {
    Map<Seat, String> tokens = new HashMap<>();
    List<String> products = new ArrayList<>();
    for (int number = 0; number < Seat.VENDORS; number++) {
      Company vendor = sit(companies, Role.VENDOR, number, tokens).getFirst();
      products.add(product(vendor, number));
    }
    for (int number = 0; number < Seat.DISTRIBUTORS; number++) {
      List<Company> distributor = sit(companies, Role.DISTRIBUTOR, number, tokens);
      String hub =
          distributor.getFirst().api().post("/hubs", "{\"name\": \"Hub\"}").expect(201).at("id");
      for (Company there : distributor) {
        for (String product : products) {
          there
              .api()
              .post(
                  "/products/" + product + "/connections",
                  "{\"hub\": {\"id\": \"%s\"}}".formatted(hub))
              .expect(201);
        }
      }
    }
    sit(companies, Role.OPS, 0, tokens);
    return new Stage(tokens, products);
  }

  private static List<Company> sit(
      Function<Role, Map<Environment, Company>> companies,
      Role role,
      int number,
      Map<Seat, String> tokens) {
    Map<Environment, Company> company = companies.apply(role);
    List<Company> there =
        List.of(company.get(Environment.PRODUCTION), company.get(Environment.TEST));
    for (int environment = 0; environment < there.size(); environment++) {
      tokens.put(new Seat(role, number, environment), there.get(environment).header());
    }
    return there;
  }

  private static String product(Company vendor, int number) {
    String product =
        vendor
            .api()
            .post(
                "/products",
                "{\"name\": \"Product %s\", \"capabilities\": {\"tiers\": {\"updates\": %b%s}}}"
                    .formatted(
                        UUID.randomUUID(),
                        Model.SYNCED[number],
                        Model.LEVELS[number] == 0
                            ? ""
                            : ", \"configs\": {\"level\": %d}".formatted(Model.LEVELS[number])))
            .expect(201)
            .at("id");
    vendor
        .api()
        .post(
            "/products/" + product + "/items",
            "{\"name\": \"Seat\", \"mpn\": \"MPN-1\", \"unit\": {\"id\": \"seat\"}}")
        .expect(201);
    for (int level = 1; level <= Model.LEVELS[number]; level++) {
      World.parameter(vendor, product, "tier" + level, "fulfillment", "f" + level, "");
      if (number == Model.ASKS) {
        World.requires(vendor, product, "tier" + level, "ordering", "o" + level);
      }
    }
    vendor.api().post("/products/" + product + "/publish").expect(200);
    return product;
  }
}
