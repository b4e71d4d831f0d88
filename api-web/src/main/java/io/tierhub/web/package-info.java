/** The web application: its settings, and what belongs to no single resource. */
@NullMarked
package io.tierhub.web;

import org.jspecify.annotations.NullMarked;
