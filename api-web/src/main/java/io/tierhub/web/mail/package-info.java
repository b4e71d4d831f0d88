/** Takes mails to the mail server, or shows them where there is none. */
@NullMarked
package io.tierhub.web.mail;

import org.jspecify.annotations.NullMarked;
