package org.certassist.core.detection;

import java.util.Optional;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.key.DriverReport;

/// A key that is plugged in, as far as it can be told without a driver.
///
/// @param product empty for a smart-card device that the catalogue does not know
/// @param driver the driver that decided the verdict
public record PluggedKey(
    UsbDevice device,
    Optional<Product> product,
    KeyVerdict verdict,
    Optional<DriverReport> driver) {}
