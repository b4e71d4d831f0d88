package io.tierhub.persistence.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the current transaction has changed of which object. Rows that Hibernate writes are noted by
 * {@link RowChanges}; whoever writes by SQL notes it here. Outside of a transaction nothing is.
 */
@Component
public class Changes {

  /** A member was something and is something else now. */
  public void note(String object, String member, @Nullable Object before, @Nullable Object after) {
    note(object, member, new Change(before, after, false));
  }

  /** A member changed that is not told. */
  public void hide(String object, String member) {
    note(object, member, Change.HIDDEN);
  }

  private void note(String object, String member, Change change) {
    Noted noted = noted();
    if (noted != null) {
      noted
          .objects
          .computeIfAbsent(object, _ -> new TreeMap<>())
          .merge(member, change, Change::then);
    }
  }

  /**
   * Parameters whose values may be told. Those of others are not: what is not known to be no
   * password may be one.
   */
  public void mayTell(String product, Set<String> names) {
    Noted noted = noted();
    if (noted != null) {
      noted.told.computeIfAbsent(product, _ -> new HashSet<>()).addAll(names);
    }
  }

  /** Whether the value of a parameter may be told. */
  public boolean mayTell(@Nullable String product, String name) {
    Noted noted = noted();
    return noted != null && noted.told.getOrDefault(product, Set.of()).contains(name);
  }

  /** The changes of an object, which are then told. */
  Map<String, Change> take(String object) {
    Noted noted = noted();
    Map<String, Change> changes = noted == null ? null : noted.objects.remove(object);
    if (changes == null) {
      return Map.of();
    }
    changes.values().removeIf(Change::isNone);
    return changes;
  }

  /** The objects with changes that were not taken. */
  Set<String> left() {
    Noted noted = noted();
    if (noted == null) {
      return new TreeSet<>();
    }
    noted.objects.values().forEach(changes -> changes.values().removeIf(Change::isNone));
    noted.objects.values().removeIf(Map::isEmpty);
    return new TreeSet<>(noted.objects.keySet());
  }

  private @Nullable Noted noted() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return null;
    }
    Noted noted = (Noted) TransactionSynchronizationManager.getResource(this);
    if (noted == null) {
      noted = new Noted();
      TransactionSynchronizationManager.bindResource(this, noted);
      TransactionSynchronizationManager.registerSynchronization(noted);
    }
    return noted;
  }

  /** The notes of one transaction. */
  private final class Noted implements TransactionSynchronization {

    private final Map<String, Map<String, Change>> objects = new HashMap<>();
    private final Map<String, Set<String>> told = new HashMap<>();

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Changes.this);
    }
  }
}
