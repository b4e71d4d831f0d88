package io.tierhub;

import org.springframework.test.context.TestPropertySource;

/**
 * One more server, for all who need one on which callers may do little, and named sites may call.
 */
@TestPropertySource(
    properties = {
      "tierhub.pages.calls-per-minute=1",
      "tierhub.tokens.calls-per-minute=40",
      "tierhub.calls-memory=3MB",
      "tierhub.feed.waiting-per-token=2",
      "tierhub.feed.sign-of-life=1s",
      "tierhub.cors.origins=https://portal.example,http://localhost:3000"
    })
abstract class LimitedTest extends HttpTest {}
