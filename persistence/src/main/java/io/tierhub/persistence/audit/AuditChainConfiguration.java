package io.tierhub.persistence.audit;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * What it takes to verify the audit, and nothing else: no migration, no job, no port. Named by the
 * command; what is imported stands in a file of this class's name, since the embedded database is
 * its package's own.
 */
@ImportAutoConfiguration
@Import(JdbcAuditChain.class)
class AuditChainConfiguration {}
