/** The use cases, one class per group of verbs: the only transactional business code. */
@NullMarked
package io.tierhub.workflow;

import org.jspecify.annotations.NullMarked;
