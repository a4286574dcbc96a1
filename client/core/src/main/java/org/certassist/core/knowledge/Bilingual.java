package org.certassist.core.knowledge;

/// One sentence in both languages of the program.
public record Bilingual(String chinese, String english) {}
