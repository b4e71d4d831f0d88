package io.tierhub.link;

/** What a link is for; one that is made for one thing opens nothing else. */
public enum LinkPurpose {
  /** The form of an inquiry; its number is the inquiry's. */
  FORM,
  /** A reseller's view of a tier configuration; its number is the second in which it ends. */
  PORTAL
}
