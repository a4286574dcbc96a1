package org.certassist.core.key;

/// A signature value as the key gave it, with the way it was made.
public record RawSignature(byte[] value, Engine engine) {}
