package io.tierhub.query;

import java.time.Instant;

/** A value in a comparison, already of the field's type. */
public sealed interface Value {

  record Text(String text) implements Value {}

  record WholeNumber(long number) implements Value {}

  record Moment(Instant at) implements Value {}

  record Truth(boolean is) implements Value {}
}
