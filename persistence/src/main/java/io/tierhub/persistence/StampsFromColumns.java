package io.tierhub.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mapstruct.Mapping;

/**
 * The stamps {@code created} and {@code updated} of a snapshot from the six columns of its {@code
 * row}. By expression, so that nobody is nobody and not somebody without a name.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Mapping(
    target = "created",
    expression = "java(Stamps.of(row.createdAt, row.createdById, row.createdByName))")
@Mapping(
    target = "updated",
    expression = "java(Stamps.of(row.updatedAt, row.updatedById, row.updatedByName))")
public @interface StampsFromColumns {}
