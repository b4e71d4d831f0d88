package io.tierhub.web.demo;

import io.tierhub.web.wire.Body;
import io.tierhub.web.wire.BodyBinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The bodies that the demo's companies send, as they would be sent over HTTP. */
@Component
class DemoFiles {

  private final BodyBinder bodies;

  DemoFiles(BodyBinder bodies) {
    this.bodies = bodies;
  }

  Body read(String name) {
    try {
      return bodies.parse(new ClassPathResource("demo/" + name + ".json").getContentAsByteArray());
    } catch (IOException missing) {
      throw new UncheckedIOException("demo/" + name + ".json is not in the jar", missing);
    }
  }
}
