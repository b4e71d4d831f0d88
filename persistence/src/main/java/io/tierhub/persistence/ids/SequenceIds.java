package io.tierhub.persistence.ids;

import io.tierhub.kernel.IdKind;
import io.tierhub.kernel.Ids;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Draws numbers from a PostgreSQL sequence, in blocks where many are needed, and scrambles them. A
 * block that a copy did not use up is lost, which is fine: there are enough.
 */
@Component
class SequenceIds implements Ids {

  private static final Map<IdKind, Integer> BLOCKS =
      Map.of(
          IdKind.TIER_ACCOUNT,
          100,
          IdKind.ASSET,
          100,
          IdKind.TIER_CONFIGURATION,
          10,
          IdKind.CONVERSATION,
          100,
          IdKind.MESSAGE,
          100,
          IdKind.LEASE,
          100);

  private final JdbcTemplate jdbc;
  private final Map<IdKind, Block> blocks = new EnumMap<>(IdKind.class);

  SequenceIds(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    for (IdKind kind : IdKind.values()) {
      blocks.put(kind, new Block(kind, BLOCKS.getOrDefault(kind, 1)));
    }
  }

  @Override
  public String next(IdKind kind) {
    Block block = blocks.get(kind);
    if (block == null) {
      throw new IllegalStateException("no sequence for " + kind);
    }
    return ScrambledIds.of(kind, block.next());
  }

  private final class Block {
    private final String sequence;
    private final int size;
    private long next;
    private long end;

    Block(IdKind kind, int size) {
      this.sequence = ScrambledIds.sequence(kind);
      this.size = size;
    }

    synchronized long next() {
      if (next == end) {
        Long start = jdbc.queryForObject("select nextval('" + sequence + "')", Long.class);
        if (start == null) {
          throw new IllegalStateException("no next value of " + sequence);
        }
        next = start;
        end = start + size;
      }
      return next++;
    }
  }
}
