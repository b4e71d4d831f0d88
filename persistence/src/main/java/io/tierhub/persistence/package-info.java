/** What all adapters to PostgreSQL share: how copies are mapped and ids are written. */
@NullMarked
package io.tierhub.persistence;

import org.jspecify.annotations.NullMarked;
