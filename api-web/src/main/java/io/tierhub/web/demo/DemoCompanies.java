package io.tierhub.web.demo;

import io.tierhub.workflow.Onboarding.Onboarded;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The companies of the demo, each with the name of the variable that holds its token.
 *
 * @param alpine a distributor, with two trees
 * @param pacific another distributor, with one tree
 * @param nimbus a vendor whose product has Tier Accounts Sync on
 * @param lumen a vendor whose product has it off
 * @param ops the people who run the server
 */
record DemoCompanies(
    Onboarded alpine, Onboarded pacific, Onboarded nimbus, Onboarded lumen, Onboarded ops) {

  Map<String, String> tokens() {
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("ALPINE", alpine.token().header());
    tokens.put("PACIFIC", pacific.token().header());
    tokens.put("NIMBUS", nimbus.token().header());
    tokens.put("LUMEN", lumen.token().header());
    tokens.put("OPS", ops.token().header());
    return tokens;
  }
}
