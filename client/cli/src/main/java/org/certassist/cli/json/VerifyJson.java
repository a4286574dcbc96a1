package org.certassist.cli.json;

import org.jspecify.annotations.Nullable;

/// What `verify --json` prints.
public record VerifyJson(
    boolean valid,
    @Nullable CertificateJson signer,
    @Nullable String signingTime,
    int code,
    String reason) {}
