"""The web app: settings, assistant, page. `python app.py` is all a Space runs."""

from leukchat.assistant import Assistant
from leukchat.settings import load_settings
from leukchat.ui.app import launch

if __name__ == "__main__":
    launch(Assistant(load_settings()))
