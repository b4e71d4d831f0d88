package io.tierhub.web.openapi;

import io.tierhub.HttpTest;
import io.tierhub.support.Api;

/** Tests of what the started server says of itself. */
public abstract class OpenApiTest extends HttpTest {

  /** The server outside the API. */
  protected Api pages() {
    return new Api("http://127.0.0.1:" + port(), null);
  }

  protected ApiDescription description(String group) {
    return new ApiDescription(pages().get("/openapi/" + group).expect(200).json());
  }
}
