package dev.afterflow.payments;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(SandboxSettings.class)
class PaymentsConfiguration {
}
