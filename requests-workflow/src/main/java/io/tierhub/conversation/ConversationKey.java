package io.tierhub.conversation;

import io.tierhub.kernel.Prefixed;
import java.util.regex.Pattern;

/** How a conversation is asked for: by its own id, or by the id of what it is about. */
public record ConversationKey(String value) implements Prefixed {

  private static final Pattern ANY_ID = Pattern.compile("[A-Z]{2,3}(?:-[0-9]+)++");

  public ConversationKey {
    if (value.length() > MAX_LENGTH || !ANY_ID.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  public boolean isItsOwn() {
    return Prefixed.looksLike("CO", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
