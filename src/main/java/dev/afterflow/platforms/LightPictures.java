package dev.afterflow.platforms;

import dev.afterflow.pictures.Pictures;
import dev.afterflow.platforms.PlatformPapers.Paper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Pictures for doors that weigh them: a heavier one is drawn smaller for the way out, the kept one and its hash stay as they are. */
@Component
class LightPictures {

    private static final Set<String> TYPES = Set.of("image/gif", "image/jpeg", "image/png");
    private static final long MOST_PIXELS = 40_000_000;

    private final Pictures pictures;

    LightPictures(Pictures pictures) {
        this.pictures = pictures;
    }

    static boolean isPicture(Paper paper) {
        return TYPES.contains(paper.mediaType());
    }

    /** The paper with at most so many bytes; empty where it is no picture, or none that can be made so light. */
    Optional<Paper> of(Paper paper, int mostBytes) {
        if (!isPicture(paper)) {
            return Optional.empty();
        }
        try {
            Pictures.Light light = pictures.within(paper.content(), paper.mediaType(), MOST_PIXELS, mostBytes);
            boolean same = light.content() == paper.content();
            return Optional.of(same ? paper : new Paper(jpeg(paper.name()), light.type(), light.content(), paper.sha256(), paper.field()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The first of them that can be made so light. */
    Optional<Paper> first(List<Paper> papers, int mostBytes) {
        return papers.stream().flatMap(paper -> of(paper, mostBytes).stream()).findFirst();
    }

    private static String jpeg(String name) {
        int dot = name.lastIndexOf('.');
        return (dot < 1 ? name : name.substring(0, dot)) + ".jpg";
    }
}
