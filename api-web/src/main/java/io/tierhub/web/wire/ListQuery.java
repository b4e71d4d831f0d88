package io.tierhub.web.wire;

import io.tierhub.kernel.Prefixed;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.kernel.Violation;
import io.tierhub.query.Cursor;
import io.tierhub.query.Document;
import io.tierhub.query.Field;
import io.tierhub.query.Page;
import io.tierhub.query.Query;
import io.tierhub.web.rql.Rql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * What the raw query string asks of a list, and the answer to it. An argument of list endpoints,
 * which say over which fields it is to be read.
 */
public final class ListQuery {

  static final String CURSOR = "cursor";

  private final String path;
  private final @Nullable String raw;
  private final @Nullable String cursor;
  private final Rql rql;
  private final IntConsumer asked;

  /**
   * @param path of the list
   * @param cursor where to go on, as {@link CursorText} wrote it
   * @param asked hears for how many rows is asked before any are read, and may refuse
   */
  ListQuery(
      String path, @Nullable String raw, @Nullable String cursor, Rql rql, IntConsumer asked) {
    this.path = path;
    this.raw = raw;
    this.cursor = cursor;
    this.rql = rql;
    this.asked = asked;
  }

  /**
   * @param ownParameters the endpoint's query parameters that are no filters
   * @throws Refused with {@link Refusal#BAD_FILTER}, naming every fault
   */
  public Query over(Field[] fields, String... ownParameters) {
    Set<String> own =
        Stream.concat(Stream.of(CURSOR), Arrays.stream(ownParameters)).collect(Collectors.toSet());
    Query query = rql.parse(raw, List.of(fields), own);
    asked.accept(query.limit());
    return cursor == null ? query : query.after(CursorText.read(cursor));
  }

  /**
   * What the query string chooses, where that is all it may say.
   *
   * @throws Refused with {@link Refusal#BAD_FILTER}, naming every fault
   */
  public Query choosing(Field[] fields) {
    Query query = over(fields);
    List<Violation> faults = new ArrayList<>();
    if (!query.order().isEmpty()) {
      faults.add(new Violation("", "This is no list that is ordered: the oldest come first."));
    }
    if (query.offset() > 0 || query.after() != null) {
      faults.add(new Violation("", "Nothing can be passed over here."));
    }
    if (!query.selection().isNone()) {
      faults.add(new Violation("", "Members cannot be selected here."));
    }
    if (!faults.isEmpty()) {
      throw Refused.because(Refusal.BAD_FILTER, faults);
    }
    return query;
  }

  /**
   * A bare array with {@code Content-Range} (wire-format §1.3), and a {@code Link} to the next page
   * (RFC 8288) that is as fast as the first wherever in the list it is.
   */
  public ResponseEntity<byte[]> answer(Page page) {
    ResponseEntity.BodyBuilder answer = Answers.page(page);
    Cursor next = page.next();
    if (next != null) {
      answer.header(HttpHeaders.LINK, "<" + path + "?" + queryFrom(next) + ">; rel=\"next\"");
    }
    return answer.body(page.json());
  }

  /**
   * Of what belongs to something, which is looked for only if the list is empty: has it no such
   * things, or is it not there itself?
   *
   * @throws Refused as not found if it is not there
   */
  public ResponseEntity<byte[]> answer(
      Page page, Prefixed owner, Supplier<Optional<Document>> found) {
    if (page.total() == 0 && found.get().isEmpty()) {
      throw Refused.notFound(owner);
    }
    return answer(page);
  }

  /** The same question, to go on from there. */
  private String queryFrom(Cursor next) {
    Stream<String> asked =
        raw == null
            ? Stream.empty()
            : Arrays.stream(raw.split("&", -1))
                .filter(part -> !part.startsWith(CURSOR + "=") && !part.startsWith("offset="))
                .filter(part -> !part.isEmpty());
    // Clients send these as they are, and between them stands the link.
    return Stream.concat(asked, Stream.of(CURSOR + "=" + CursorText.write(next)))
        .collect(Collectors.joining("&"))
        .replace("<", "%3C")
        .replace(">", "%3E");
  }
}
