package io.tierhub.persistence.parameter;

import io.tierhub.catalog.ProductId;
import io.tierhub.kernel.Environment;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.parameter.ParameterType;
import io.tierhub.parameter.UniqueValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Keeps who asked for which value first. Nobody gives a value back: whoever asks for one that was
 * another's looks whether it still is.
 */
@Repository
public class JdbcUniqueValues implements UniqueValues {

  private static final String TYPES =
      Arrays.stream(ParameterType.values())
          .filter(ParameterType::canBeUnique)
          .map(type -> "'" + type.wire() + "'")
          .collect(Collectors.joining(", "));

  /** Whether the holder of {@code u} has the value, or asks for it. */
  private static final String LIVES =
      """
      (exists (select 1 from asset a where a.id = u.holder_id
          and a.status not in ('draft', 'terminated')
          and (%1$s or exists (select 1 from fulfillment_request r where r.asset_id = a.id
              and r.status not in ('draft', 'approved', 'failed', 'revoked') and %2$s)))
        or exists (select 1 from tier_configuration c where c.id = u.holder_id
          and (%3$s or exists (select 1 from tier_configuration_request r
              where r.configuration_id = c.id
              and r.status not in ('draft', 'approved', 'failed') and %2$s))))
      """
          .formatted(has("a.params"), has("r.params"), has("c.params"));

  /** What a request says of the parameters that are unique: product, and params as JSON. */
  private static final String WANTED =
      """
      wanted as (
        select p.name, sha256(convert_to(kept.value ->> 'value', 'UTF8')) as digest
        from product_parameter p join json_each(?::json) kept on kept.key = p.name
        where p.product_id = ? and p.type in (%s) and (p.constraints::json ->> 'unique')::boolean
          and kept.value ->> 'value' <> '')
      """
          .formatted(TYPES);

  // Taken before it is looked who has a value: without, two would look at the same moment.
  private static final String LOCK =
      "with "
          + WANTED
          + """
          select pg_advisory_xact_lock(place.key) from (
            select hashtextextended(concat_ws('|', ?::text, ?::text, name, encode(digest, 'hex')), 0)
              as key
            from wanted order by key) place
          """;

  private static final String CLAIM =
      "with "
          + WANTED
          + """
          , claimed as (
            insert into unique_value as u (product_id, environment, name, digest, holder_id)
            select ?, ?, name, digest, ? from wanted
            on conflict on constraint unique_value_pk do update set holder_id = excluded.holder_id
            where u.holder_id = excluded.holder_id or not\
          """
          + LIVES
          + """
            returning name)
          select name from wanted where name not in (select name from claimed)
          """;

  private final JdbcTemplate jdbc;

  JdbcUniqueValues(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private static String has(String params) {
    return "sha256(convert_to(%s::json -> u.name ->> 'value', 'UTF8')) = u.digest"
        .formatted(params);
  }

  @Override
  public Set<String> taken(
      ProductId product,
      Environment environment,
      Map<String, String> values,
      @Nullable String holder) {
    return Set.copyOf(
        jdbc.query(
            "select u.name from unnest(?::text[], ?::text[]) as asked (name, value)"
                + " join unique_value u on u.product_id = ? and u.environment = ?"
                + " and u.name = asked.name and u.digest = sha256(convert_to(asked.value, 'UTF8'))"
                + " where u.holder_id is distinct from ? and "
                + LIVES,
            (row, n) -> row.getString(1),
            values.keySet().toArray(String[]::new),
            values.values().toArray(String[]::new),
            product.value(),
            environment.wire(),
            holder));
  }

  /**
   * Notes that the holder asks for these values; those that are not unique are passed over.
   *
   * @param params as {@link ParamsJson#write} wrote them
   * @throws Refused if one is another's, which {@link #taken} has told unless they came at the same
   *     moment
   */
  public void claim(String product, String environment, String holder, String params) {
    if (params.equals(ParamsJson.NOTHING)
        || jdbc.queryForList(LOCK, params, product, product, environment).isEmpty()) {
      return;
    }
    List<String> taken =
        jdbc.query(
            CLAIM, (row, n) -> row.getString(1), params, product, product, environment, holder);
    if (!taken.isEmpty()) {
      throw Refused.because(
          Refusal.INVALID,
          "Somebody else has just taken the value of %s, and no two may have the same."
              .formatted(String.join(", ", taken)));
    }
  }

  /** Notes who has values of a parameter that was not unique before; of those alike, any. */
  void claimAll(ProductId product, String name) {
    jdbc.update(
        """
        insert into unique_value (product_id, environment, name, digest, holder_id)
        select ?, held.environment, ?, sha256(convert_to(held.value, 'UTF8')), held.holder
        from (
          select a.environment, a.id as holder, a.params::json -> ? ->> 'value' as value
          from asset a where a.product_id = ? and a.status not in ('draft', 'terminated')
          union all
          select c.environment, c.id, c.params::json -> ? ->> 'value'
          from tier_configuration c where c.product_id = ?
          union all
          select r.environment, r.asset_id, r.params::json -> ? ->> 'value'
          from fulfillment_request r where r.product_id = ?
            and r.status not in ('draft', 'approved', 'failed', 'revoked')
          union all
          select r.environment, r.configuration_id, r.params::json -> ? ->> 'value'
          from tier_configuration_request r where r.product_id = ?
            and r.status not in ('draft', 'approved', 'failed')) held
        where held.value <> ''
        on conflict do nothing
        """,
        product.value(),
        name,
        name,
        product.value(),
        name,
        product.value(),
        name,
        product.value(),
        name,
        product.value());
  }
}
