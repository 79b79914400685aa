"""The project's own pages, one of each kind and more, by name."""

PAGES = {
    "home": "",
    "articles": "articles/",
    "article": "articles/how-to-handle-rejection-after-an-interview/",
    "article with a checklist": ("articles/how-to-ask-for-reasonable-adjustments-at-an-interview/"),
    "checklists": "checklists/",
    "checklist": "checklists/after-a-rejection/",
    "long checklist": "checklists/before-an-interview/",
    "topics": "topics/",
    "topic": "topics/after-an-interview/",
    "search": "search/",
    "contact": "contact/",
    "about": "about/",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "offline": "offline/",
    "404": "404.html",
}
