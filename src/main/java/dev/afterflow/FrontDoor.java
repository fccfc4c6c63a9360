package dev.afterflow;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the web app: hashed files for ever, every deep link of a screen as the one page, a plain page when it was not built. */
@Configuration(proxyBeanMethods = false)
class FrontDoor implements WebMvcConfigurer {

    private static final Resource NOT_BUILT = new ClassPathResource("not-built.html");
    /** What other doors answer, or a file: a miss there is a miss, not a screen; a model's screen is called like its file. */
    private static final Pattern NO_SCREEN = Pattern.compile("(api|hooks|actuator|v3|assets|sandbox/.+)(/.*)?|(?!studio/models/).*\\.[a-z0-9]+");

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**").addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**").addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache()).resourceChain(true).addResolver(new Screens());
    }

    /** Answers a screen's address with the page that shows it. */
    private static final class Screens extends PathResourceResolver {

        @Override
        protected Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            if (file != null || !path.equals("index.html") && NO_SCREEN.matcher(path).matches()) {
                return file;
            }
            Resource page = super.getResource("index.html", location);
            return page == null ? NOT_BUILT : page;
        }
    }
}
