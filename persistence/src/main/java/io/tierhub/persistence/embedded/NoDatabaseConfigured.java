package io.tierhub.persistence.embedded;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches when neither an address nor a JNDI name of a database is given; blank counts as absent.
 */
final class NoDatabaseConfigured extends SpringBootCondition {

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    var message = ConditionMessage.forCondition("No database configured");
    for (var property : new String[] {"spring.datasource.url", "spring.datasource.jndi-name"}) {
      if (StringUtils.hasText(context.getEnvironment().getProperty(property))) {
        return ConditionOutcome.noMatch(message.because(property + " is set"));
      }
    }
    return ConditionOutcome.match(message.because("spring.datasource.url is absent or blank"));
  }
}
