package org.certassist.core.key;

import java.nio.file.Path;
import java.util.Optional;

/// What probing one driver gave.
///
/// @param reason a short technical cause such as `CKR_DEVICE_ERROR` or the loader's message; empty
///   when ready
public record DriverReport(
    String id, String product, Optional<Path> path, DriverState state, String reason) {}
