package io.tierhub.web.openapi;

/** What a newcomer reads first. */
final class Introduction {

  static final String TEXT =
      """
      TierHub keeps resellers and customers, and what vendors must know about them, in step between \
      distributors (who own the accounts and place the orders) and vendors (who own the products and \
      answer the requests).

      **Begin here.** Press *Authorize*, paste a token as the server printed it \
      (`ApiKey SU-…:secret`), open *List accounts*, press *Execute*. *Select a definition* above \
      shows the page of one user: portal, vendor or ops.

      - **Lists** answer an array; `Content-Range: items 0-99/1234` says where in the whole it \
      stands. Filter by `name=value`, or by RQL: `in(status,(pending,accepted))`, \
      `like(name,*cloud*)`, `ge(events.created.at,2026-11-01)`, `ordering(-events.created.at)`. \
      The `Link` header leads to the next page, as fast in the middle of a million as at the top.
      - **One object** comes with an `ETag`; sent back as `If-None-Match` it is answered 304 as long \
      as nothing in the object has changed.
      - **Errors** have one body. `error_code` is for programs, `violations` name every fault at \
      once, `allowed` says what the status permits, and `type` is a page that says what to do: \
      [all of them](/problems).
      - **Every answer** has an `X-Trace-Id`: quote it, and your call is found in logs and feed.
      - **How often** a token may call is in the `RateLimit` headers. A call too many is answered \
      429 with `Retry-After`.
      - **Writes** apply at once or not at all. With `dry_run=true` each of them does everything and \
      keeps nothing, and tells what would be answered and what would follow.
      - **Repeat** a POST or PUT whose answer was lost: with an `Idempotency-Key` of yours (a UUID, \
      say) it is done once, and for 24 hours the same call with the same key is answered the same \
      again, with `Idempotency-Replayed: true`. Secrets that are shown once are left out then. \
      What was refused was not done, and is tried anew; so is whatever was a `dry_run`.
      - **Workers** of a vendor that share the work claim it: `POST` to `/claim` of a list holds the \
      oldest pending requests for one of them, and `X-Lease` has an answer refused that comes when \
      somebody else may hold the request already.
      """;

  private Introduction() {}
}
