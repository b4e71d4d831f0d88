package io.tierhub.persistence.embedded;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The PostgreSQL that is started when {@code spring.datasource.url} is not set. <em>Home</em> below
 * is the folder named by {@code TIERHUB_DATA} ({@code tierhub.data}), or else {@code ~/.tierhub};
 * it does not depend on the working directory.
 *
 * @param dataDir where the data is kept; {@code postgres} in the home by default. A leading {@code
 *     ~/} is the user's own folder. Only one server at a time can use it.
 * @param binariesDir where PostgreSQL's programs are unpacked, about 60 MB, once per release;
 *     {@code postgres-binaries} in the home by default. Several servers may share it.
 * @param port the port on 127.0.0.1; 0, the default, takes any free one.
 * @param ephemeral for tests: a new folder under {@code java.io.tmpdir} that is deleted when the
 *     server stops, and no waiting for the disk. {@code dataDir} is then not used.
 * @param settings further PostgreSQL settings, with hyphens for underscores: {@code
 *     tierhub.embedded.settings.shared-buffers=512MB}. They win over ours, but for the port and the
 *     address.
 */
@ConfigurationProperties("tierhub.embedded")
record EmbeddedDatabaseProperties(
    @Nullable String dataDir,
    @Nullable String binariesDir,
    @DefaultValue("0") int port,
    @DefaultValue("false") boolean ephemeral,
    @DefaultValue Map<String, String> settings) {}
