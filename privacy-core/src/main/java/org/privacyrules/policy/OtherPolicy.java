package org.privacyrules.policy;

/**
 * Processing by somebody else, under a policy of its own, to which people are referred. Nothing is decided on it here.
 *
 * @param name such as {@code social-network}
 * @param description what happens there
 * @param url where that policy stands
 */
public record OtherPolicy(String name, LocalText description, String url) {}
