package io.tierhub.persistence.ids;

/**
 * Maps the numbers of n digits onto each other one to one, so that a counter looks random. A
 * Feistel network over the next even number of bits, walked until the result has n digits again.
 * Hides nothing: ids are no secrets, they only should not invite counting.
 */
final class Scramble {

  private static final int ROUNDS = 4;

  private Scramble() {}

  /**
   * @param kind makes the order another one for each kind, so that no two objects of different
   *     kinds have the same digits by rule
   * @param number from 0 up to, not including, 10 to the power of {@code digits}
   */
  static long within(int digits, String kind, long number) {
    long bound = 1;
    for (int i = 0; i < digits; i++) {
      bound *= 10;
    }
    if (number < 0 || number >= bound) {
      throw new IllegalArgumentException("all ids of " + digits + " digits are used up: " + number);
    }
    int half = (64 - Long.numberOfLeadingZeros(bound - 1) + 1) / 2;
    long result = number;
    do {
      result = feistel(result, half, mix(kind.hashCode()));
    } while (result >= bound);
    return result;
  }

  private static long feistel(long number, int half, long key) {
    long mask = (1L << half) - 1;
    long left = number >>> half;
    long right = number & mask;
    for (int round = 0; round < ROUNDS; round++) {
      long mixed = left ^ (mix(right + key + 0x9E3779B97F4A7C15L * (round + 1)) & mask);
      left = right;
      right = mixed;
    }
    return (left << half) | right;
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long x) {
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
