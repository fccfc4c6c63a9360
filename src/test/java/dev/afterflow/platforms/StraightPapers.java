package dev.afterflow.platforms;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Papers that tests lay beside a request before it is sent. */
@Component
class StraightPapers implements PlatformPapers {

    private final Map<String, List<Paper>> papers = new ConcurrentHashMap<>();

    void lay(String number, Paper... all) {
        papers.put(number, List.of(all));
    }

    @Override
    public List<Paper> of(String number) {
        return papers.getOrDefault(number, List.of());
    }
}
