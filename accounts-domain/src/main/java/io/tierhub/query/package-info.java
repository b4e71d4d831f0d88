/** What a list may be asked, independent of the text it was written in and the SQL it becomes. */
@NullMarked
package io.tierhub.query;

import org.jspecify.annotations.NullMarked;
