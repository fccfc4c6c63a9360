package dev.afterflow.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Lets one person read a screen of a case in English and in Chinese, wide and narrow; afterwards they read Chinese as before. */
final class Bilingual {

    private static final String CHINESE = "zh-CN";

    private final Journey story;
    private final String login;
    private final Set<Visit> told = Collections.newSetFromMap(new IdentityHashMap<>());

    Bilingual(Journey story, String login) {
        this.story = story;
        this.login = login;
    }

    /** @param expected what the story provoked before, by its status */
    void looks(Visit visit, String name, String... expected) {
        if (told.add(visit)) {
            visit.page().addInitScript(Inspection.TELLING);
        }
        try {
            for (String language : List.of("en", CHINESE)) {
                speaks(language);
                visit.page().reload();
                assertThat(visit.page().locator(".card").first()).isVisible();
                Inspection inspection = new Inspection(visit, language);
                inspection.look(name);
                inspection.nothingFound(expected);
            }
        } finally {
            speaks(CHINESE);
        }
    }

    private void speaks(String language) {
        assertThat(story.as(login).put("/api/session/language", "{\"language\":\"" + language + "\"}").status()).isBetween(200, 204);
    }
}
