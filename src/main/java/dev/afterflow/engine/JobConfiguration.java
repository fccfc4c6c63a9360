package dev.afterflow.engine;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads that run jobs; they take the place of the starter's own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class JobConfiguration {

    private static final int SECONDS_TO_FINISH = 20;

    @Bean(defaultCandidate = false)
    static ThreadPoolTaskExecutor camundaTaskExecutor(EngineSettings settings) {
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.setCorePoolSize(settings.jobThreads());
        pool.setMaxPoolSize(settings.jobThreads());
        pool.setThreadNamePrefix("job-");
        pool.setWaitForTasksToCompleteOnShutdown(true);
        pool.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        return pool;
    }

    @Bean
    static HandOverExecutor jobExecutor(@Qualifier("camundaTaskExecutor") TaskExecutor pool, EngineSettings settings, Environment environment) {
        return new HandOverExecutor(pool, new JobPlaces(settings.permits()), settings.nodeIn(environment), settings.jobThreads());
    }
}
