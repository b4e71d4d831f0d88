package io.tierhub.web.wire;

import io.tierhub.web.rate.CallMemory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Has a call hold what it is answered, for as long as its caller takes to read it: pages are large,
 * and some ask for many and read none. Not of a write, which is done by then.
 */
@RestControllerAdvice
class LargeAnswers implements ResponseBodyAdvice<byte[]> {

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return ByteArrayHttpMessageConverter.class.isAssignableFrom(converter);
  }

  @Override
  public byte @Nullable [] beforeBodyWrite(
      byte @Nullable [] body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body != null
        && request instanceof ServletServerHttpRequest call
        && "GET".equals(call.getServletRequest().getMethod())) {
      CallMemory.find(call.getServletRequest()).ifPresent(of -> of.answers(body.length));
    }
    return body;
  }
}
