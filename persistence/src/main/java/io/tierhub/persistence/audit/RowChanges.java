package io.tierhub.persistence.audit;

import io.tierhub.persistence.read.WireTime;
import jakarta.annotation.PostConstruct;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notes what Hibernate writes of the columns that are {@link Audited}. */
@Component
public class RowChanges
    implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

  private static final long serialVersionUID = 1;

  private static final JsonMapper JSON = new JsonMapper();

  private static final ClassValue<List<Member>> MEMBERS =
      new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> row) {
          return Arrays.stream(row.getDeclaredFields())
              .filter(field -> field.isAnnotationPresent(Audited.class))
              .map(Member::of)
              .toList();
        }
      };

  private static final ClassValue<Map<String, Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Field> computeValue(Class<?> row) {
          Field[] fields = row.getDeclaredFields();
          AccessibleObject.setAccessible(fields, true);
          return Arrays.stream(fields).collect(Collectors.toMap(Field::getName, field -> field));
        }
      };

  private final transient EntityManagerFactory factory;
  private final transient Changes changes;

  RowChanges(EntityManagerFactory factory, Changes changes) {
    this.factory = factory;
    this.changes = changes;
  }

  @PostConstruct
  void listen() {
    EventListenerRegistry listeners =
        factory.unwrap(SessionFactoryImplementor.class).getEventListenerRegistry();
    listeners.appendListeners(EventType.POST_INSERT, this);
    listeners.appendListeners(EventType.POST_UPDATE, this);
    listeners.appendListeners(EventType.POST_DELETE, this);
  }

  /** Of a row that was written by SQL. */
  public void inserted(String id, Object row) {
    Map<String, Field> fields = FIELDS.get(row.getClass());
    note(row.getClass(), id, Values.NONE, name -> valueOf(fields, name, row));
  }

  @Override
  public void onPostInsert(PostInsertEvent event) {
    Values after = state(event.getPersister(), event.getState());
    note(event.getEntity().getClass(), event.getId(), Values.NONE, after);
  }

  @Override
  public void onPostUpdate(PostUpdateEvent event) {
    // The rows that are written were read before, all of them: what they were is always known.
    Values before = state(event.getPersister(), Objects.requireNonNull(event.getOldState()));
    Values after = state(event.getPersister(), event.getState());
    note(event.getEntity().getClass(), event.getId(), before, after);
  }

  @Override
  public void onPostDelete(PostDeleteEvent event) {
    Values before = state(event.getPersister(), event.getDeletedState());
    note(event.getEntity().getClass(), event.getId(), before, Values.NONE);
  }

  @Override
  public boolean requiresPostCommitHandling(EntityPersister persister) {
    return false;
  }

  private static Values state(EntityPersister persister, Object[] state) {
    String[] names = persister.getPropertyNames();
    return name -> state[Arrays.asList(names).indexOf(name)];
  }

  private static @Nullable Object valueOf(Map<String, Field> fields, String name, Object row) {
    try {
      return Objects.requireNonNull(fields.get(name)).get(row);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(name + " was made accessible", impossible);
    }
  }

  private void note(Class<?> type, Object id, Values before, Values after) {
    for (Member member : MEMBERS.get(type)) {
      Object was = before.apply(member.property);
      Object is = after.apply(member.property);
      if (Objects.deepEquals(was, is)) {
        continue;
      }
      String object = id.toString();
      switch (member.as) {
        case VALUE -> changes.note(object, member.name, told(was), told(is));
        case SECRET -> changes.hide(object, member.name);
        case JSON -> noteJson(object, member.name, read(was), read(is));
        case PARAMS -> {
          Object product = is == null ? before.apply("productId") : after.apply("productId");
          noteParams(object, member.name, (String) product, read(was), read(is));
        }
      }
    }
  }

  private static @Nullable Object told(@Nullable Object value) {
    return value instanceof Instant at ? WireTime.format(at.atOffset(ZoneOffset.UTC)) : value;
  }

  private static JsonNode read(@Nullable Object text) {
    return text == null ? JSON.missingNode() : JSON.readTree((String) text);
  }

  /** Objects member by member, and all else as a whole. */
  private void noteJson(String object, String name, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if ((before.isObject() || isNothing(before)) && (after.isObject() || isNothing(after))) {
      for (String member : names(before, after)) {
        noteJson(object, name + "." + member, before.path(member), after.path(member));
      }
      return;
    }
    changes.note(object, name, value(before), value(after));
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static @Nullable Object value(JsonNode node) {
    return isNothing(node) ? null : node;
  }

  private void noteParams(
      String object, String name, @Nullable String product, JsonNode before, JsonNode after) {
    for (String parameter : names(before, after)) {
      JsonNode was = before.path(parameter);
      JsonNode is = after.path(parameter);
      if (was.equals(is)) {
        continue;
      }
      String member = name + "." + parameter;
      if (changes.mayTell(product, parameter)) {
        noteJson(object, member, was, is);
      } else {
        changes.hide(object, member);
      }
    }
  }

  private static Set<String> names(JsonNode before, JsonNode after) {
    Set<String> names = new LinkedHashSet<>(before.propertyNames());
    names.addAll(after.propertyNames());
    return names;
  }

  /** The columns of a row at one time, by their properties. */
  private interface Values extends Function<String, @Nullable Object> {

    /** Of a row that is not there. */
    Values NONE = name -> null;
  }

  /**
   * @param property of the entity
   * @param name on the wire
   */
  private record Member(String property, String name, Audited.As as) {

    static Member of(Field field) {
      Audited audited = field.getAnnotation(Audited.class);
      return new Member(field.getName(), audited.value(), audited.as());
    }
  }
}
