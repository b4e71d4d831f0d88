package io.tierhub.web.rate;

import io.tierhub.kernel.Actor;
import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The memory that calls hold while they are under way in this copy: what each needs whatever it
 * does, what is sent with it and what it is answered. Nobody may hold more than is left for all
 * others, so there is room for the next caller however many are busy. An event stream is no call
 * once it has begun.
 */
@Component
public class CallMemory {

  /** What a call holds of itself: most of it Tomcat's buffers. Measured. */
  static final long OF_A_CALL = DataSize.ofKilobytes(150).toBytes();

  /** An answer of that length is in {@link #OF_A_CALL}. */
  private static final int MUCH_TO_ANSWER = 16 * 1024;

  /** A body that is read takes up to that many times its length, in texts and in trees. */
  private static final int READ = 16;

  /** A page of so many rows is in {@link #OF_A_CALL}: no more pages are read at once than that. */
  private static final int FEW_ROWS = 200;

  /** What a row of a page takes while it is read and written, most of it in the driver. */
  private static final long OF_A_ROW = DataSize.ofKilobytes(6).toBytes();

  private static final String RETRY_AFTER_SECONDS = "1";
  private static final String ATTRIBUTE = Call.class.getName();

  private final long all;
  private final Map<String, Long> held = new HashMap<>();
  private long free;

  /**
   * @param most a third of the heap if it is 0
   */
  CallMemory(@Value("${tierhub.calls-memory:0}") DataSize most) {
    all = most.toBytes() == 0 ? Runtime.getRuntime().maxMemory() / 3 : most.toBytes();
    free = all;
    if (all < 2 * OF_A_CALL) {
      throw new IllegalArgumentException(
          "tierhub.calls-memory must be %d KB or more, or 0 for a third of the heap, not %s"
              .formatted(2 * OF_A_CALL / 1024, most));
    }
  }

  /**
   * Lets a call in before anybody knows whose it is. Until then what it comes with tells calls of
   * one from those of others, who may all come by one proxy.
   *
   * @throws Refused if there is no room
   */
  public Call enter(HttpServletRequest request, HttpServletResponse response) {
    String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
    String address = request.getRemoteAddr();
    Call call = new Call(credentials == null ? address : credentials, address, response);
    call.hold(OF_A_CALL);
    request.setAttribute(ATTRIBUTE, call);
    return call;
  }

  /** The call of this request; none at the management port. */
  public static Optional<Call> find(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Call call
        ? Optional.of(call)
        : Optional.empty();
  }

  /** The call of this request to the API. */
  public static Call of(HttpServletRequest request) {
    return find(request).orElseThrow(() -> new IllegalStateException("a call that was not let in"));
  }

  /** How long a body one call alone may have; whatever else there is, a longer one has no room. */
  public long longestBody() {
    return (all / 2 - OF_A_CALL) / READ;
  }

  private synchronized void take(String caller, long bytes) {
    long others = free - bytes;
    long before = held.getOrDefault(caller, 0L);
    if (before + bytes > others) {
      throw before == 0
          ? Refused.because(
              Refusal.UNAVAILABLE,
              "So many calls are under way that there is no room for this one; nothing was"
                  + " changed. Try again.")
          : Refused.because(
              Refusal.TOO_MANY_CALLS,
              "Your calls that are under way hold %d KB, this would make it %d, and %d KB are left for all others. Wait for calls to end, or send and ask for less at once."
                  .formatted(before / 1024, (before + bytes) / 1024, free / 1024));
    }
    free = others;
    held.put(caller, before + bytes);
  }

  private synchronized void giveBack(String caller, long bytes) {
    free += bytes;
    held.computeIfPresent(caller, (_, all) -> all == bytes ? null : all - bytes);
  }

  /** The same bytes, of another from now on; or of the same if the other may not have them. */
  private synchronized void move(String from, String to, long bytes) {
    giveBack(from, bytes);
    try {
      take(to, bytes);
    } catch (Refused tooMuch) {
      free -= bytes;
      held.merge(from, bytes, Long::sum);
      throw tooMuch;
    }
  }

  /** One call, until it is closed. One thread's. */
  public final class Call implements AutoCloseable {

    private final String address;
    private final HttpServletResponse response;
    private String caller;
    private long bytes;
    private long ofRows;
    private boolean known;

    private Call(String caller, String address, HttpServletResponse response) {
      this.caller = caller;
      this.address = address;
      this.response = response;
    }

    /**
     * Counts it as the actor's from now on.
     *
     * @throws Refused if it is one too many
     */
    public void isOf(Actor actor) {
      changeTo(actor.caller());
      known = true;
    }

    /**
     * Counts it as its network address's from now on: it needs no token, so what it comes with may
     * be made up, and another each time.
     *
     * @throws Refused if it is one too many
     */
    public void isOfAnybody() {
      changeTo(address);
    }

    private void changeTo(String other) {
      if (!other.equals(caller)) {
        orComeAgain(() -> move(caller, other, bytes));
        caller = other;
      }
    }

    /** Whether it is known whose it is. */
    public boolean isKnown() {
      return known;
    }

    /**
     * Part of a body has come.
     *
     * @throws Refused if that is too much
     */
    public void reads(int part) {
      hold((long) part * READ);
    }

    /**
     * A page of up to so many rows is going to be read; none if that is over.
     *
     * @throws Refused if that is too much
     */
    public void readsRows(int most) {
      holdForRows(Math.max(0, most - FEW_ROWS) * OF_A_ROW);
    }

    /**
     * All is read, and this is the answer: it is held until its caller has read it. A short one, as
     * that of a refusal, is never refused.
     *
     * @throws Refused if that is too much
     */
    public void answers(int length) {
      boolean much = length > MUCH_TO_ANSWER;
      if (much && !known) {
        isOfAnybody();
      }
      holdForRows(much ? length : 0);
    }

    private void holdForRows(long now) {
      if (now > ofRows) {
        hold(now - ofRows);
      } else {
        giveBack(caller, ofRows - now);
        bytes -= ofRows - now;
      }
      ofRows = now;
    }

    private void hold(long more) {
      orComeAgain(() -> take(caller, more));
      bytes += more;
    }

    private void orComeAgain(Runnable taking) {
      try {
        taking.run();
      } catch (Refused tooMuch) {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        throw tooMuch;
      }
    }

    @Override
    public void close() {
      giveBack(caller, bytes);
      bytes = 0;
    }
  }
}
