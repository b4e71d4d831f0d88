package io.tierhub.audit;

import java.util.List;

/**
 * What a look at the whole chain has found.
 *
 * @param seals how many seals there are
 * @param entries how many entries they seal
 * @param unsealed how many entries wait for the next seal
 * @param erased of how many entries the personal data was erased
 * @param head the hash of the last seal, in hex: whoever noted it elsewhere knows later that nobody
 *     made the whole chain anew
 * @param faults what was altered, in words; empty if nothing was
 */
public record Verified(
    long seals, long entries, long unsealed, long erased, String head, List<String> faults) {

  public boolean holds() {
    return faults.isEmpty();
  }
}
