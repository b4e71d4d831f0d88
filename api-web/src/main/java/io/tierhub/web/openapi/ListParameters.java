package io.tierhub.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.tierhub.query.Field;
import io.tierhub.query.FieldSpec;
import io.tierhub.query.Query;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Adds to lists how they are paged and by what they are filtered. */
@Component
class ListParameters implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    Endpoint endpoint = new Endpoint(method);
    if (!endpoint.isList()) {
      return operation;
    }
    boolean paged = endpoint.isPaged();
    operation.addParametersItem(
        number(
                "limit",
                paged ? "Rows at most; 0 asks for the total only" : "How many at most",
                Query.DEFAULT_LIMIT)
            .schema(
                whole()
                    ._default(Query.DEFAULT_LIMIT)
                    .maximum(BigDecimal.valueOf(Query.HIGHEST_LIMIT))));
    if (paged) {
      operation.addParametersItem(number("offset", "Rows passed over", 0));
      operation.addParametersItem(
          query("cursor", "Goes on after a row, as the `Link` header of the page before says"));
    }
    Filterable filterable = method.getMethodAnnotation(Filterable.class);
    if (filterable != null) {
      addFilters(operation, FilterText.fields(filterable.value()), paged);
    }
    return operation;
  }

  private static void addFilters(Operation operation, List<Field> fields, boolean paged) {
    List<String> ordered = FilterText.ordered(fields);
    if (paged && !ordered.isEmpty()) {
      operation.addParametersItem(
          query("ordering", "Comma-separated, `-` for descending: " + FilterText.quoted(ordered)));
    }
    List<String> searched = FilterText.searched(fields);
    if (!searched.isEmpty()) {
      operation.addParametersItem(
          query("search", "Anywhere in any of " + FilterText.quoted(searched)));
    }
    if (paged) {
      operation.addParametersItem(
          query(
              "select",
              "Comma-separated: `-name` leaves a member out (`-asset.params`), `name` shows one that"
                  + " is hidden"));
    }
    for (Field field : fields) {
      operation.addParametersItem(
          query(field.path(), FilterText.line(field.spec())).schema(schema(field.spec())));
    }
    operation.setDescription(
        operation.getDescription()
            + "\n\nFilter by `name=value` as below. The other lookups are written in the query"
            + " string itself: `in(name,(a,b))`, `like(name,*part*)`, `ge(name,value)`,"
            + " `eq(name,null())`, joined by `&`, `(a=1|b=2)` and `not(a=1)`. A name that is none"
            + " is refused, with the nearest real one.\n\n"
            + FilterText.table(fields));
  }

  private static Schema<?> schema(FieldSpec field) {
    Schema<Object> schema = new Schema<>();
    schema.setTypes(
        Set.of(
            switch (field.type()) {
              case WHOLE_NUMBER -> "integer";
              case TRUTH -> "boolean";
              case CHOICE, WORDS, TEXT, MOMENT -> "string";
            }));
    if (!field.words().isEmpty()) {
      schema.setEnum(List.copyOf(field.words()));
    }
    return schema;
  }

  private static Parameter query(String name, String description) {
    return new Parameter()
        .in("query")
        .name(name)
        .description(description)
        .required(false)
        .schema(new Schema<>().types(Set.of("string")));
  }

  private static Parameter number(String name, String description, int otherwise) {
    return query(name, description).schema(whole()._default(otherwise));
  }

  private static Schema<Object> whole() {
    Schema<Object> whole = new Schema<>();
    whole.types(Set.of("integer")).minimum(BigDecimal.ZERO);
    return whole;
  }
}
