package io.tierhub.web.wire;

import io.tierhub.kernel.Refusal;
import io.tierhub.kernel.Refused;
import io.tierhub.web.rate.CallMemory;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads the body of a call into a {@link Body}. What is empty is no body, whatever type or length
 * the headers claim; what is not must be JSON and of bearable size.
 */
@Component
public class BodyArgument implements HandlerMethodArgumentResolver {

  private static final int PART_BYTES = 8192;

  private final BodyBinder binder;
  private final int mostBytes;
  private final Duration longest;

  BodyArgument(
      BodyBinder binder,
      @Value("${tierhub.max-body-size:1MB}") DataSize most,
      @Value("${tierhub.max-body-time:60s}") Duration longest,
      CallMemory memory) {
    this.binder = binder;
    // One that never has room must not be told to come again.
    this.mostBytes = Math.toIntExact(Math.min(most.toBytes(), memory.longestBody()));
    this.longest = longest;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Body.class;
  }

  @Override
  public Body resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory factory)
      throws IOException {
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("not a servlet request");
    }
    byte[] bytes = read(request);
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (bytes.length > 0 && !isPlain(encoding)) {
      throw Refused.because(
          Refusal.UNSUPPORTED_MEDIA_TYPE,
          "Send the body as it is, without Content-Encoding: " + encoding + ".");
    }
    if (bytes.length > 0 && !isJson(request.getContentType())) {
      throw Refused.because(
          Refusal.UNSUPPORTED_MEDIA_TYPE,
          "Send the body as Content-Type: application/json in UTF-8, not "
              + request.getContentType()
              + ".");
    }
    KeyedCalls.body(request, bytes);
    return binder.parse(bytes);
  }

  private byte[] read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > mostBytes) {
      throw tooLarge();
    }
    CallMemory.Call call = CallMemory.of(request);
    if (!call.isKnown()) {
      call.isOfAnybody();
    }
    long begin = System.nanoTime();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] part = new byte[PART_BYTES];
    try (InputStream in = request.getInputStream()) {
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        call.reads(read);
        body.write(part, 0, read);
        if (body.size() > mostBytes) {
          throw tooLarge();
        }
        // Silence ends a connection soon; a byte now and then would keep it for days.
        if (System.nanoTime() - begin > longest.toNanos()) {
          throw Refused.because(
              Refusal.BODY_TOO_SLOW,
              "A body must be there within %d seconds.".formatted(longest.toSeconds()));
        }
      }
      return body.toByteArray();
    }
  }

  private Refused tooLarge() {
    return Refused.because(
        Refusal.BODY_TOO_LARGE, "A body may have " + mostBytes + " bytes at most.");
  }

  private static boolean isPlain(@Nullable String encoding) {
    return encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity");
  }

  private static boolean isUtf8(@Nullable Charset charset) {
    return charset == null
        || charset.equals(StandardCharsets.UTF_8)
        || charset.equals(StandardCharsets.US_ASCII);
  }

  /** Without a type it is taken for JSON, which is all that this API speaks. */
  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null || contentType.isBlank()) {
      return true;
    }
    try {
      MediaType type = MediaType.parseMediaType(contentType);
      return (MediaType.APPLICATION_JSON.isCompatibleWith(type)
              || type.getSubtype().endsWith("+json"))
          && isUtf8(type.getCharset());
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }
}
