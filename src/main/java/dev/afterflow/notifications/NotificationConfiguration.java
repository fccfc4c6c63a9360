package dev.afterflow.notifications;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

@Configuration
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {

    /** The judge learns beside the first requests, so that none of them waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    void teachTheJudge() {
        Thread teacher = new Thread(Judge::shipped, "message-judge");
        teacher.setDaemon(true);
        teacher.start();
    }
}
