/**
 * What is mailed to people who have no account here. A mail is kept as what it is about and to
 * whom; its words are found when it is sent.
 */
@NullMarked
package io.tierhub.mail;

import org.jspecify.annotations.NullMarked;
