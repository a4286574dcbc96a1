package org.certassist.core.helpdesk;

/// What a bundle says of the program that made it.
///
/// @param version as the build names it, such as `0.1.0`
/// @param java the version of the Java that it runs on
/// @param catalogue the edition of the driver catalogue in force
/// @param knowledge the edition of the knowledge in force
/// @param profile the id of the region in force
public record ProgramFacts(
    String version, String java, int catalogue, int knowledge, String profile) {}
