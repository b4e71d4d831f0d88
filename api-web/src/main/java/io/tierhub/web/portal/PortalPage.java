package io.tierhub.web.portal;

import io.swagger.v3.oas.annotations.Hidden;
import io.tierhub.kernel.Violation;
import io.tierhub.portal.Change;
import io.tierhub.portal.Portal;
import io.tierhub.portal.Press;
import io.tierhub.portal.Visit;
import io.tierhub.web.form.FieldViews;
import io.tierhub.web.form.Sent;
import io.tierhub.web.page.ForPeople;
import io.tierhub.web.page.Pages;
import io.tierhub.web.text.Html;
import io.tierhub.web.wire.Trace;
import io.tierhub.workflow.UnitOfWork;
import io.tierhub.workflow.VisitPortals;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a reseller what it has agreed. Whoever has the link has the right. */
@Hidden
@ForPeople
@RestController
@RequestMapping("/portal/{code}")
class PortalPage {

  /** No parameter is called so. */
  private static final String SEEN = "~seen";

  private final VisitPortals visits;
  private final UnitOfWork work;
  private final Pages pages;
  private final FieldViews fields;
  private final Html html;

  PortalPage(VisitPortals visits, UnitOfWork work, Pages pages, FieldViews fields, Html html) {
    this.visits = visits;
    this.work = work;
    this.pages = pages;
    this.fields = fields;
    this.html = html;
  }

  /** What the page says of what was done just now. */
  enum Note {
    NOTHING,
    THANKS,
    UNCHANGED,
    OVERTAKEN
  }

  /**
   * @param thanks whether changes were sent just now, by this browser
   * @param unchanged whether what was sent just now is what is known already
   */
  @GetMapping
  ResponseEntity<String> show(
      @PathVariable String code,
      @RequestParam(name = "thanks", required = false) String thanks,
      @RequestParam(name = "unchanged", required = false) String unchanged) {
    Note note = thanks != null ? Note.THANKS : unchanged != null ? Note.UNCHANGED : Note.NOTHING;
    return visits.open(code).map(visit -> shown(visit, code, note)).orElseGet(pages::unknownLink);
  }

  @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> change(@PathVariable String code, HttpServletRequest request) {
    Sent sent = new Sent(request.getParameterMap());
    String seen = Objects.requireNonNullElse(request.getParameter(SEEN), "");
    return work.perform(() -> visits.change(code, seen, sent::of, Trace.idOf(request)))
        .map(change ->
            switch (change) {
              case Change.Asked _ -> back(code, "thanks");
              case Change.None _ -> back(code, "unchanged");
              case Change.Wrong(Portal portal, List<Violation> faults) ->
                  page(HttpStatus.BAD_REQUEST, code, portal, Note.NOTHING, sent, faults);
              case Change.Overtaken(Portal portal) ->
                  page(HttpStatus.CONFLICT, code, portal, Note.OVERTAKEN, Sent.NOTHING, List.of());
              case Change.Late(Visit why) -> shown(why, code, Note.NOTHING);
            })
        .orElseGet(pages::unknownLink);
  }

  /** By a redirect, so that going back or reloading sends nothing twice. */
  private static ResponseEntity<String> back(String code, String note) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/portal/" + code + "?" + note))
        .build();
  }

  /**
   * A link and no form: browsers follow what a form is answered only to places that {@code
   * form-action} names, and where the vendor leads on from its endpoint nobody knows here. Nothing
   * is changed by it; what is signed works for minutes.
   */
  @GetMapping("/actions/{action}")
  ResponseEntity<String> press(
      @PathVariable String code, @PathVariable String action, HttpServletRequest request) {
    return visits
        .press(code, action, Trace.idOf(request))
        .map(press ->
            switch (press) {
              case Press.Leads(String link) ->
                  ResponseEntity.status(HttpStatus.SEE_OTHER)
                      .location(URI.create(link))
                      .cacheControl(CacheControl.noStore())
                      .<String>build();
              case Press.Gone _ ->
                  pages.notice(
                      HttpStatus.NOT_FOUND,
                      "This button is gone",
                      "Please go back and load your page again.");
              case Press.Late(Visit why) -> shown(why, code, Note.NOTHING);
            })
        .orElseGet(pages::unknownLink);
  }

  private ResponseEntity<String> shown(Visit visit, String code, Note note) {
    return switch (visit) {
      case Visit.Open(Portal portal) ->
          page(HttpStatus.OK, code, portal, note, Sent.NOTHING, List.of());
      case Visit.Ended _ ->
          pages.notice(
              HttpStatus.GONE,
              "This link has expired",
              "Please ask whoever sells you the product to send you a new one.");
      case Visit.Closed _ ->
          pages.notice(
              HttpStatus.GONE,
              "This page is closed",
              "The product is not sold through you any more. If that surprises you, please ask"
                  + " whoever sent you the link.");
    };
  }

  private ResponseEntity<String> page(
      HttpStatus status, String code, Portal portal, Note note, Sent sent, List<Violation> faults) {
    Map<String, Object> model = new HashMap<>(fields.model(portal.fields(), sent, faults));
    model.put("portal", portal);
    model.put("path", "/portal/" + code);
    model.put("note", note.name());
    model.put("tile", html.below(1, portal.tile()));
    return pages.page(status, "portal", model);
  }
}
