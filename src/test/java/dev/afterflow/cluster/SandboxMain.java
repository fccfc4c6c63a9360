package dev.afterflow.cluster;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The sandbox room alone: no engine, no door keeper, no other room. It is no component, so that the product's own scan
 * in tests does not find it; the demo shop's opening day stays out, since the tests bring their own orders.
 */
@EnableAutoConfiguration(excludeName = {
        "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
        "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
        "org.springframework.modulith.events.config.EventExternalizationAutoConfiguration",
        "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration"})
@ComponentScan(basePackages = "dev.afterflow.sandbox",
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.OpeningDay|.*Test|.*Journey"))
@EnableScheduling
class SandboxMain {

    public static void main(String[] arguments) {
        new SpringApplication(SandboxMain.class).run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
