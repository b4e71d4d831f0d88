package io.tierhub.persistence.inquiry;

import io.tierhub.inquiry.DueStep;
import io.tierhub.inquiry.DueSteps;
import io.tierhub.inquiry.Step;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What was taken already is told by the mails; what has failed is inquiring no more. */
@Repository
class JdbcDueSteps implements DueSteps {

  private static final String DUE =
      "select id, inquiry, days from (select r.id, r.inquiry, r.inquired_last_at,"
          + " (p.capabilities #>> array['deadlines', ?])::integer as days from (select id, inquiry,"
          + " inquired_last_at, product_id from fulfillment_request where status = 'inquiring' union"
          + " all select id, inquiry, inquired_last_at, product_id from tier_configuration_request"
          + " where status = 'inquiring') r join product p on p.id = r.product_id) asked where"
          + " inquired_last_at <= ? - days * interval '1 day' and not exists (select from mail m"
          + " where m.request_id = asked.id and m.inquiry = asked.inquiry and m.occasion = ?) order"
          + " by inquired_last_at, id limit ?";

  private final JdbcTemplate jdbc;

  JdbcDueSteps(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<DueStep> of(Step step, Instant now, int most) {
    return jdbc.query(
        DUE,
        (row, n) -> new DueStep(row.getString(1), row.getInt(2), step, row.getInt(3)),
        step.wire() + "_after",
        now.atOffset(ZoneOffset.UTC),
        occasion(step),
        most);
  }

  private static String occasion(Step step) {
    return switch (step) {
      case REMIND -> "reminder";
      case ESCALATE -> "escalation";
      case FAIL -> "none";
    };
  }
}
