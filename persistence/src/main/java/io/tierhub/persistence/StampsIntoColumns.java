package io.tierhub.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mapstruct.Mapping;

/** The stamps {@code created} and {@code updated} of a snapshot into the six columns of its row. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Mapping(target = "createdAt", source = "created.at")
@Mapping(target = "createdById", source = "created.by.id")
@Mapping(target = "createdByName", source = "created.by.name")
@Mapping(target = "updatedAt", source = "updated.at")
@Mapping(target = "updatedById", source = "updated.by.id")
@Mapping(target = "updatedByName", source = "updated.by.name")
public @interface StampsIntoColumns {}
