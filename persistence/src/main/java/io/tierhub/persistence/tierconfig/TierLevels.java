package io.tierhub.persistence.tierconfig;

import io.tierhub.inquiry.Inquiry;
import io.tierhub.persistence.MappingConfig;
import io.tierhub.tierconfig.TierConfigurationId;
import io.tierhub.tierconfig.TierConfigurationRequestId;
import io.tierhub.tierconfig.TierLevel;
import io.tierhub.tierconfig.Tile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;

/** What configurations and their requests keep alike. */
@Mapper(config = MappingConfig.class)
public abstract class TierLevels {

  public int number(TierLevel level) {
    return level.number();
  }

  public TierLevel level(int number) {
    return TierLevel.of(number)
        .orElseThrow(() -> new IllegalStateException("no tier level: " + number));
  }

  public @Nullable TierConfigurationId configuration(@Nullable String id) {
    return id == null ? null : new TierConfigurationId(id);
  }

  public @Nullable TierConfigurationRequestId request(@Nullable String id) {
    return id == null ? null : new TierConfigurationRequestId(id);
  }

  /** None if nobody was asked. */
  public static @Nullable Inquiry inquiry(@Nullable Integer number, @Nullable Instant asked) {
    return number == null || asked == null ? null : new Inquiry(number, asked);
  }

  /** None if there is no text. */
  public static @Nullable Tile tile(
      @Nullable String template, @Nullable String name, @Nullable String text) {
    return text == null ? null : new Tile(template, name, text);
  }
}
