package io.tierhub.inquiry;

/**
 * A step that is due.
 *
 * @param request an order or a tier request
 * @param inquiry which time of asking has not been answered
 * @param days after which the product wants it
 */
public record DueStep(String request, int inquiry, Step step, int days) {}
