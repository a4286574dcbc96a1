package org.certassist.keys.contract;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// The whole contract on one module, which every test gets fresh.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Ledger.class)
abstract class KeyContract
    implements ListingContract, SigningContract, PinContract, PluggingContract, SharingContract {
  private final ModuleUnderTest module;

  KeyContract(ModuleUnderTest module) {
    this.module = module;
  }

  @Override
  public ModuleUnderTest module() {
    return module;
  }

  @BeforeEach
  void fresh() throws IOException, InterruptedException {
    module.fresh();
  }

  @AfterAll
  void end() throws IOException {
    module.close();
  }
}
