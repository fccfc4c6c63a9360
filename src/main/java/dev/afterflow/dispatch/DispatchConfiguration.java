package dev.afterflow.dispatch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(DispatchSettings.class)
class DispatchConfiguration {
}
